<#import "template.ftl" as layout>
<#-- Base's page without the app's picture, which would come from elsewhere, and with text in place of headings that are none. -->
<#assign app=client.name?has_content?then(advancedMsg(client.name), client.clientId)>
<@layout.registrationLayout bodyClass="oauth"; section>
    <#if section = "header">
        ${msg("oauthGrantTitle", app)}
    <#elseif section = "form">
        <div id="kc-oauth">
            <p>${msg("oauthGrantRequest")}</p>
            <ul>
                <#list oauth.clientScopesRequested![] as scope>
                    <li>${advancedMsg(scope.consentScreenText)}<#if scope.parameterizedScopeParameter??>: <b>${scope.parameterizedScopeParameter}</b></#if></li>
                </#list>
            </ul>
            <#if client.attributes.policyUri?? || client.attributes.tosUri??>
                <p class="xt-hint">${msg("oauthGrantInformation", app)}
                    <#if client.attributes.tosUri??>${msg("oauthGrantReview")} <a href="${client.attributes.tosUri}" target="_blank" rel="noopener">${msg("oauthGrantTos")}</a></#if>
                    <#if client.attributes.policyUri??>${msg("oauthGrantReview")} <a href="${client.attributes.policyUri}" target="_blank" rel="noopener">${msg("oauthGrantPolicy")}</a></#if></p>
            </#if>
            <form class="xt-actions" action="${url.oauthAction}" method="post" novalidate>
                <input type="hidden" name="code" value="${oauth.code}">
                <button id="kc-login" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!}" type="submit" name="accept" value="on">${msg("doYes")}</button>
                <button id="kc-cancel" class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!}" type="submit" name="cancel" value="on">${msg("doNo")}</button>
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
