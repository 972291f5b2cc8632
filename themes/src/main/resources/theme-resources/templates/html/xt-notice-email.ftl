<#import "template.ftl" as layout>
<#assign change={'PASSWORD_RESET': 'Reset', 'PASSWORD_CHANGED': 'Password', 'PASSWORD_GIVEN': 'Given', 'EMAIL_CHANGED': 'Email', 'MEANS_ADDED': 'Added', 'MEANS_REMOVED': 'Removed'}[change]>
<#-- Means of proof by Keycloak's names of them; anything else, such as a new address, is told as it is. -->
<#assign what={'otp': msg("xtMailMeansApp"), 'webauthn': msg("xtMailMeansSecurityKey"), 'webauthn-passwordless': msg("xtMailMeansPasskey"), 'recovery-authn-codes': msg("xtMailMeansRecoveryCodes")}[detail]!detail>
<@layout.emailLayout>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;">${msg("xtMailNoticeTitle" + change)}</h1>
<p style="margin:0 0 16px;">${msg("xtMailNoticeWhat" + change, appName, what)}</p>
<p style="margin:0;">${msg("xtMailNoticeNotYou" + change)}</p>
</@layout.emailLayout>
