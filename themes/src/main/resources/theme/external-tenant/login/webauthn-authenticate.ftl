<#import "template.ftl" as layout>
<#import "xt-passkey.ftl" as passkey>
<#-- Base's page without its script inside. -->
<@layout.registrationLayout displayInfo=(realm.registrationAllowed && !registrationDisabled??); section>
    <#if section = "header">
        ${msg("xtWayPasskey")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtWayPasskeyHelp")}</p>
        <@passkey.proof/>
        <@passkey.known/>
        <button id="authenticateWebAuthnButton" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" type="button" autofocus>${msg("webauthn-doAuthenticate")}</button>
        <@passkey.script/>
    <#elseif section = "info">
        <#if realm.registrationAllowed && !registrationDisabled??>
            <span id="kc-registration">${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></span>
        </#if>
    </#if>
</@layout.registrationLayout>
