<#import "xt-mail.ftl" as mail>
<#--
  The frame around every HTML mail, Keycloak's own among them. Laid out by tables, because Outlook on Windows knows little
  else, with every style inline, because Gmail drops style sheets that it does not like. That is the light look, for every
  mail program; those that know style sheets and a dark mode get the dark one from the head. Language and direction stand
  twice, because web mail drops what stands at html. Without a brand nothing is loaded.
-->
<#macro emailLayout>
<#local side=ltr?then("left", "right")>
<#local direction=ltr?then("ltr", "rtl")>
<#local font="font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;">
<#local content><#nested></#local>
<!DOCTYPE html>
<html lang="${locale.toLanguageTag()}" dir="${direction}" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>${subject!realmName}</title>
    <!--[if mso]>
    <xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>
    <style>td, p, h1, h2, a, li { font-family: 'Segoe UI', Arial, sans-serif !important; }</style>
    <![endif]-->
    <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
            .xt-canvas { background: #10151a !important; }
            .xt-sheet { background: #192027 !important; color: #e8edf0 !important; border-color: #303a43 !important; }
            <#if (xtBrand.accent)??>
            .xt-sheet { border-top-color: ${mail.accentDark} !important; }
            </#if>
            .xt-code { background: #10151a !important; color: #ffffff !important; border-color: #303a43 !important; }
            .xt-quiet { color: #a7b3bc !important; }
            .xt-quiet a { color: #a7b3bc !important; }
            .xt-sheet a { color: ${mail.linkDark} !important; }
            .xt-sheet a.xt-action { border-color: ${mail.linkDark} !important; background: ${mail.accentDark} !important; color: ${mail.onAccentDark} !important; }
            .xt-logo { background: #ffffff !important; padding: 8px !important; border-radius: 8px !important; max-width: calc(100% - 16px) !important; }
        }
        h1 { text-wrap: balance; }
        h1:lang(ja) { word-break: auto-phrase; }
        @media (max-width: 480px) {
            .xt-around { padding: 12px !important; }
            .xt-sheet { padding: 24px !important; }
        }
    </style>
</head>
<body class="xt-canvas" style="margin:0;padding:0;background:#f3f5f6;-webkit-text-size-adjust:100%;">
<table role="presentation" class="xt-canvas" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f3f5f6" lang="${locale.toLanguageTag()}" dir="${direction}" style="background:#f3f5f6;">
<tr><td class="xt-around" align="center" style="padding:32px 16px;">
    <!--[if mso]><table role="presentation" width="480" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:480px;border-collapse:separate;">
        <tr><td class="xt-sheet" align="${side}" bgcolor="#ffffff" style="padding:32px 40px;border:1px solid #dce2e6;<#if (xtBrand.accent)??>border-top:4px solid ${mail.accent};</#if>border-radius:16px;background:#ffffff;color:#182026;${font}font-size:16px;line-height:1.5;text-align:${side};overflow-wrap:break-word;word-break:break-word;">
            <#if (xtBrand.bannerLogo)??>
            <p style="margin:0 0 24px;"><img class="xt-logo" src="${xtBrand.bannerLogo.url}" width="${xtBrand.bannerLogo.width?c}" height="${xtBrand.bannerLogo.height?c}" alt="${(xtBrand.tenantName)!realmName}" style="display:inline-block;border:0;max-width:100%;height:auto;color:#55626c;font-size:14px;font-weight:600;"></p>
            <#else>
            <p class="xt-quiet" style="margin:0 0 24px;color:#55626c;font-size:14px;font-weight:600;">${realmName}</p>
            </#if>
            ${inlined(content)}
        </td></tr>
        <tr><td class="xt-quiet" align="center" style="padding:16px 8px 0;color:#55626c;${font}font-size:13px;line-height:1.5;text-align:center;">
            ${msg("xtMailAutomatic", realmName)}
            <#if (xtBrand.privacy)?? || (xtBrand.terms)??>
            <p style="margin:4px 0 0;"><#if (xtBrand.privacy)??><@footerLink link=xtBrand.privacy text=msg("xtFooterPrivacy")/></#if> <#if (xtBrand.terms)??><@footerLink link=xtBrand.terms text=msg("xtFooterTerms")/></#if></p>
            </#if>
        </td></tr>
    </table>
    <!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
</#macro>

<#-- With room around, because thumbs press it. -->
<#macro footerLink link text>
<a href="${link.url}" style="display:inline-block;padding:4px 8px;color:#55626c;word-break:break-word;"><#if (link.text)?has_content><bdi>${link.text}</bdi><#else>${text}</#if></a><#rt>
</#macro>

<#-- Keycloak's own mails come without a style; Gmail needs it at each element. -->
<#function inlined content>
    <#return content?markup_string
        ?replace("<p>", "<p style=\"margin:0 0 16px;\">")
        ?replace("<h2>", "<h2 style=\"margin:0 0 16px;font-size:18px;line-height:1.3;\">")
        ?replace("<a href=", "<a style=\"color:" + mail.link + ";word-break:break-word;\" href=")
        ?no_esc>
</#function>
