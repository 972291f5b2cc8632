<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#-- Base's form; the codes have letters too, so a keyboard of digits would not do. -->
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('recoveryCodeInput'); section>
    <#if section = "header">
        ${msg("xtRecoveryTitle")}
    <#elseif section = "form">
        <form id="kc-recovery-code-login-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <div class="${properties.kcFormGroupClass!}">
                <label for="recoveryCodeInput" class="${properties.kcLabelClass!}">${msg("xtRecoveryLabel", recoveryAuthnCodesInputBean.codeNumber)}</label>
                <@form.error input="recoveryCodeInput" id="recoveryCodeInput" alert=true/>
                <input id="recoveryCodeInput" class="${properties.kcInputClass!}" type="text" name="recoveryCodeInput" required dir="ltr"
                       autocomplete="off" autocapitalize="characters" spellcheck="false"<@form.described input="recoveryCodeInput" id="recoveryCodeInput" hint="recovery-hint" focus=true/>>
                <p id="recovery-hint" class="xt-hint">${msg("xtRecoveryHint")}</p>
            </div>
            <@form.submit id="kc-login" name="login" value="login">${msg("xtSignIn")}</@form.submit>
        </form>
    </#if>
</@layout.registrationLayout>
