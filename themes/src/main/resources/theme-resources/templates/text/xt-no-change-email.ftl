<#ftl output_format="plainText">
${msg("xtMailNoChangeTitle")}

${msg("xtMailNoChangeWhy", appName)}

${msg("xtMailNoChangeWhat")}

${msg("xtMailNoCodeNotYou")}

-- 
${realmName}
