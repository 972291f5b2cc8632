<#import "template.ftl" as layout>
<#-- Base's page, with the two ways on as buttons in place of two links of the same words. -->
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("pageExpiredTitle")}
    <#elseif section = "form">
        <a id="loginContinueLink" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${url.loginAction}">${msg("xtContinue")}</a>
        <a id="loginRestartLink" class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!}" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
    </#if>
</@layout.registrationLayout>
