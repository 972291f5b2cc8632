<#import "template.ftl" as layout>
<#assign kind={'SIGN_UP': 'SignUp', 'SIGN_IN': 'SignIn', 'MFA': 'Mfa', 'PASSWORD_RESET': 'Reset', 'EMAIL_CHANGE': 'Change'}[purpose]>
<@layout.emailLayout>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;">${msg("xtMailCodeTitle" + kind)}</h1>
<p style="margin:0 0 16px;">${msg("xtMailCodeEnter")}</p>
<p class="xt-code" dir="ltr" style="margin:0 0 16px;padding:16px 8px 16px 14px;border:1px solid #dce2e6;border-radius:10px;background:#f3f5f6;color:#182026;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:32px;font-weight:700;line-height:1.2;letter-spacing:6px;text-align:center;-webkit-user-select:all;user-select:all;">${code}</p>
<p style="margin:0 0 24px;">${msg("xtMailCodeMinutes", minutes)}<br>${msg("xtMailCodeNeverShare")}</p>
<p class="xt-quiet" style="margin:0 0 8px;color:#55626c;font-size:14px;">${msg("xtMailCodeWhy" + kind, appName)}</p>
<p class="xt-quiet" style="margin:0;color:#55626c;font-size:14px;">${msg("xtMailCodeNotYou" + kind)}</p>
</@layout.emailLayout>
