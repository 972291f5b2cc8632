<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#-- Base's page, whose button to try again needs a script. -->
<@layout.registrationLayout; section>
    <#if section = "header">
        ${kcSanitize(msg("webauthn-error-title"))?no_esc}
    <#elseif section = "form">
        <form id="kc-error-credential-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <input type="hidden" name="authenticationExecution" value="${execution}">
            <@form.submit id="kc-try-again" name="isSetRetry" value="retry">${kcSanitize(msg("doTryAgain"))?no_esc}</@form.submit>
        </form>
        <#if isAppInitiatedAction??>
            <form action="${url.loginAction}" id="kc-webauthn-settings-form" method="post" novalidate><@form.cancelAction/></form>
        </#if>
    </#if>
</@layout.registrationLayout>
