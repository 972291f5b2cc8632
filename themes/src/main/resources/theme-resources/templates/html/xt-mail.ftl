<#-- Building blocks of our mails, which work under any e-mail theme. The colours are of the tenant's brand, if it has one. -->
<#assign accent=(xtBrand.accent)!"#0f6b62">
<#assign onAccent=(xtBrand.onAccent)!"#ffffff">
<#assign accentDark=(xtBrand.accentDark)!"#7fd6c8">
<#assign onAccentDark=(xtBrand.onAccentDark)!"#10151a">
<#-- Also the edge of buttons, whose accent may be like the mail's ground. -->
<#assign link=(xtBrand.link)!accent>
<#assign linkDark=(xtBrand.linkDark)!accentDark>

<#-- The cell has the colour as well, because Outlook on Windows gives a link no padding. -->
<#macro action href>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;"><tr><td bgcolor="${accent}" style="border-radius:10px;background:${accent};mso-padding-alt:12px 20px;"><a class="xt-action" href="${href}" style="display:inline-block;padding:12px 20px;border:1px solid ${link};border-radius:10px;background:${accent};color:${onAccent};font-weight:600;text-decoration:none;"><#nested></a></td></tr></table>
</#macro>
