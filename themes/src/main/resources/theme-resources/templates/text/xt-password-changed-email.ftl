<#ftl output_format="plainText">
${msg("xtMailPasswordChangedTitle")}

${msg("xtMailPasswordChangedWhat", appName)}

${msg("xtMailPasswordChangedNotYou")}

-- 
${realmName}
