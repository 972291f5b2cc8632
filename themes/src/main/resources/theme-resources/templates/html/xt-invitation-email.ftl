<#import "template.ftl" as layout>
<#import "xt-mail.ftl" as mail>
<@layout.emailLayout>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;">${msg("xtMailInvitationTitle", realmName)}</h1>
<p style="margin:0 0 24px;">${msg("xtMailInvitationWhat", realmName)}</p>
<@mail.action href=link>${msg("xtInvitationAccept")}</@mail.action>
<p style="margin:0 0 24px;">${msg("xtMailInvitationGood", linkExpirationFormatter(linkExpiration))}</p>
<p class="xt-quiet" style="margin:0;color:#55626c;font-size:14px;">${msg("xtMailInvitationNotYou")}</p>
</@layout.emailLayout>
