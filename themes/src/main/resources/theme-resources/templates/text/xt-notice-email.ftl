<#ftl output_format="plainText">
<#assign change={'PASSWORD_RESET': 'Reset', 'PASSWORD_CHANGED': 'Password', 'PASSWORD_GIVEN': 'Given', 'EMAIL_CHANGED': 'Email', 'MEANS_ADDED': 'Added', 'MEANS_REMOVED': 'Removed'}[change]>
<#-- Means of proof by Keycloak's names of them; anything else, such as a new address, is told as it is. -->
<#assign what={'otp': msg("xtMailMeansApp"), 'webauthn': msg("xtMailMeansSecurityKey"), 'webauthn-passwordless': msg("xtMailMeansPasskey"), 'recovery-authn-codes': msg("xtMailMeansRecoveryCodes")}[detail]!detail>
${msg("xtMailNoticeTitle" + change)}

${msg("xtMailNoticeWhat" + change, appName, what)}

${msg("xtMailNoticeNotYou" + change)}

-- 
${realmName}
