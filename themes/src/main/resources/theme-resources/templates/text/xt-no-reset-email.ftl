<#ftl output_format="plainText">
${msg("xtMailNoResetTitle")}

${msg("xtMailNoResetWhy", appName)}

<#if providers?has_content || byCode>
${msg("xtMailNoResetOther")}
<#list providers as provider>
- ${msg("xtMailNoResetProvider", provider)}
</#list>
<#if byCode>
- ${msg("xtMailNoResetCode")}
</#if>
<#else>
${msg("xtMailNoResetNothing")}
</#if>

${msg("xtMailNoCodeNotYou")}

-- 
${realmName}
