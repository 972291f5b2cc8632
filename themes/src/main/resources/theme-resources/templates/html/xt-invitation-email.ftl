<#import "template.ftl" as layout>
<@layout.emailLayout>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;">${msg("xtMailInvitationTitle", realmName)}</h1>
<p style="margin:0 0 24px;">${msg("xtMailInvitationWhat", realmName)}</p>
<p style="margin:0 0 24px;"><a class="xt-action" href="${link}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#0f6b62;color:#ffffff;font-weight:600;text-decoration:none;">${msg("xtInvitationAccept")}</a></p>
<p style="margin:0 0 24px;">${msg("xtMailInvitationGood", linkExpirationFormatter(linkExpiration))}</p>
<p class="xt-quiet" style="margin:0;color:#55626c;font-size:14px;">${msg("xtMailInvitationNotYou")}</p>
</@layout.emailLayout>
