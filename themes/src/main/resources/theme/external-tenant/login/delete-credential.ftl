<#import "template.ftl" as layout>
<#-- Base's page, which calls what has no name by Keycloak's word for its kind. -->
<#assign names={"otp": msg("xtWayApp"), "webauthn": msg("xtWayPasskey"), "webauthn-passwordless": msg("xtWayPasskey")}>
<#assign name=names[credentialLabel]!credentialLabel>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("xtRemoveFactorTitle")}
    <#elseif section = "form">
        <p class="xt-lead"><bdi><strong>${name}</strong></bdi></p>
        <p id="kc-delete-text">${msg("xtRemoveFactorText")}</p>
        <form class="xt-actions" id="kc-delete-credential" action="${url.loginAction}" method="post" novalidate>
            <button class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!}" type="submit" id="kc-accept" name="accept" value="on">${msg("xtAccountFactorRemove")}</button>
            <button class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!}" type="submit" id="kc-decline" name="cancel-aia" value="on">${msg("doCancel")}</button>
        </form>
    </#if>
</@layout.registrationLayout>
