<#ftl output_format="plainText">
<#assign kind=(purpose == 'SIGN_UP')?then('SignUp', 'Mfa')>
${msg("xtMailCodeTitle" + kind)}

${msg("xtMailCodeEnter")}

    ${code}

${msg("xtMailCodeMinutes", minutes)}
${msg("xtMailCodeNeverShare")}

${msg("xtMailCodeWhy" + kind, appName)}
${msg("xtMailCodeNotYou" + kind)}

-- 
${realmName}
