<#import "xt-form.ftl" as form>
<#-- What the pages of passkeys share. The settings stand in data attributes, because no page may carry a script inside. -->

<#macro script>
    <script type="module" src="${url.resourcesPath}/js/xt-passkey.js"></script>
    <noscript><@form.alert type="error">${msg("xtPasskeyNeedsScript")}</@form.alert></noscript>
</#macro>

<#-- The form that the script fills in, and the ids of the credentials that a known customer may use. -->
<#macro proof mediation="none">
    <form id="webauth" action="${url.loginAction}" method="post" novalidate data-identified="${isUserIdentified}" data-challenge="${challenge}"
          data-user-verification="${userVerification}" data-rp-id="${rpId}" data-timeout="${createTimeout?c}" data-mediation="${mediation}"
          data-attachment="${authenticatorAttachment!}" data-unsupported="${msg("webauthn-unsupported-browser-text")}">
        <#list (authenticators.authenticators)![] as authenticator>
            <input type="hidden" name="authn_use_chk" value="${authenticator.credentialId}" disabled>
        </#list>
    </form>
</#macro>

<#macro known>
    <#if (shouldDisplayAuthenticators!false) && (authenticators.authenticators)?has_content>
        <p class="xt-hint">${msg("webauthn-available-authenticators")}</p>
        <ul class="xt-rows">
            <#list authenticators.authenticators as authenticator>
                <li id="kc-webauthn-authenticator-item-${authenticator?index}"><div>
                    <strong id="kc-webauthn-authenticator-label-${authenticator?index}"><bdi>${authenticator.label}</bdi></strong>
                    <p class="xt-hint"><#list (authenticator.transports.displayNameProperties)![] as name>${msg(name)}<#sep>, <#else></#list><#if (authenticator.transports.displayNameProperties)?has_content> · </#if>${msg("webauthn-createdAt-label")} <span id="kc-webauthn-authenticator-created-${authenticator?index}">${authenticator.createdAt}</span></p>
                </div></li>
            </#list>
        </ul>
    </#if>
</#macro>
