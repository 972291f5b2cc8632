<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#import "xt-passkey.ftl" as passkey>
<#-- Base's page without its script inside; a field asks for the name, where base's script opens a window for it. -->
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("xtAccountAddPasskey")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtWayPasskeyHelp")}</p>
        <form id="register" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-challenge="${challenge}"
              data-user-id="${userid}" data-user-name="${username}" data-algorithms="<#list signatureAlgorithms as algorithm>${algorithm?c}<#sep>,</#list>"
              data-rp-name="${rpEntityName}" data-rp-id="${rpId}" data-attestation="${attestationConveyancePreference}" data-attachment="${authenticatorAttachment}"
              data-resident-key="${residentKey!}" data-require-resident-key="${requireResidentKey}" data-user-verification="${userVerificationRequirement}"
              data-timeout="${createTimeout?c}" data-exclude="${excludeCredentialIds}" data-unsupported="${msg("webauthn-unsupported-browser-text")}">
            <div class="${properties.kcFormGroupClass!}">
                <label for="authenticatorLabel" class="${properties.kcLabelClass!}">${msg("xtPasskeyName")}</label>
                <input id="authenticatorLabel" class="${properties.kcInputClass!}" type="text" name="authenticatorLabel" value="${msg("xtWayPasskey")}" maxlength="100" autocomplete="off">
            </div>
            <@form.endOtherSessions/>
        </form>
        <button id="registerWebAuthn" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" type="button">${msg("xtContinue")}</button>
        <@passkey.script/>
        <#if !isSetRetry?has_content && isAppInitiatedAction?has_content>
            <form action="${url.loginAction}" id="kc-webauthn-settings-form" method="post" novalidate><@form.cancelAction/></form>
        </#if>
    </#if>
</@layout.registrationLayout>
