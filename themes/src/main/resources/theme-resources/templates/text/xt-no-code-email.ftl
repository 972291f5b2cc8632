<#ftl output_format="plainText">
${msg("xtMailNoCodeTitle")}

${msg("xtMailNoCodeWhy", appName)}

${msg("xtMailNoCodeWhat")}

${msg("xtMailNoCodeNotYou")}

-- 
${realmName}
