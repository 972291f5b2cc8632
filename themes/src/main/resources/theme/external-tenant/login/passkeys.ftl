<#import "xt-passkey.ftl" as passkey>
<#-- Base's part of its sign-in pages, without its script inside. -->
<#macro conditionalUIData>
    <#if enableWebAuthnConditionalUI?has_content>
        <@passkey.proof mediation=mediation!"conditional"/>
        <button id="authenticateWebAuthnButton" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcMarginTopClass!}" type="button">${msg("webauthn-doAuthenticate")}</button>
        <@passkey.script/>
    </#if>
</#macro>
