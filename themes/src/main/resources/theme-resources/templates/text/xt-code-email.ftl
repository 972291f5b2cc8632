<#ftl output_format="plainText">
<#assign kind={'SIGN_UP': 'SignUp', 'SIGN_IN': 'SignIn', 'MFA': 'Mfa', 'PASSWORD_RESET': 'Reset', 'EMAIL_CHANGE': 'Change'}[purpose]>
${msg("xtMailCodeTitle" + kind)}

${msg("xtMailCodeEnter")}

    ${code}

${msg("xtMailCodeMinutes", minutes)}
${msg("xtMailCodeNeverShare")}

${msg("xtMailCodeWhy" + kind, appName)}
${msg("xtMailCodeNotYou" + kind)}

${realmName}
<#if boundTo??>

@${boundTo} #${code}
</#if>
