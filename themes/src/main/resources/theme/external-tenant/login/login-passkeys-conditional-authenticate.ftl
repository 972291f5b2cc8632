<#import "template.ftl" as layout>
<#import "xt-passkey.ftl" as passkey>
<#-- Base's page without its script and styles inside: name and button both show, whatever the browser can. -->
<@layout.registrationLayout displayInfo=(realm.registrationAllowed && !registrationDisabled??); section>
    <#if section = "header">
        ${msg("passkey-login-title")}
    <#elseif section = "form">
        <@passkey.proof mediation="conditional"/>
        <@passkey.known/>
        <#if realm.password && !usernameHidden??>
            <form id="kc-form-login" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
                <div class="${properties.kcFormGroupClass!}">
                    <label for="username" class="${properties.kcLabelClass!}">${msg("passkey-autofill-select")}</label>
                    <input id="username" class="${properties.kcInputClass!}" name="username" value="${login.username!}" type="text" autocomplete="username webauthn" autocapitalize="none" spellcheck="false" dir="ltr" autofocus<#if messagesPerField.existsError("username")> aria-invalid="true" aria-describedby="input-error-username"</#if>>
                    <#if messagesPerField.existsError("username")>
                        <span id="input-error-username" class="${properties.kcInputErrorMessageClass!}" role="alert">${kcSanitize(messagesPerField.get("username"))?no_esc}</span>
                    </#if>
                </div>
            </form>
        </#if>
        <button id="authenticateWebAuthnButton" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" type="button">${msg("passkey-doAuthenticate")}</button>
        <@passkey.script/>
    <#elseif section = "info">
        <#if realm.registrationAllowed && !registrationDisabled??>
            <span id="kc-registration">${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></span>
        </#if>
    </#if>
</@layout.registrationLayout>
