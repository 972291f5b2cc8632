<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#-- Base's form, which numbers its fields and says only "sign in". -->
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp'); section>
    <#if section = "header">
        ${msg("xtCodeTitleMfa")}
    <#elseif section = "form">
        <form id="kc-otp-login-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <#if otpLogin.userOtpCredentials?size gt 1>
                <fieldset class="${properties.kcFormGroupClass!}">
                    <legend class="${properties.kcLabelClass!}">${msg("xtAppCodeWhich")}</legend>
                    <#list otpLogin.userOtpCredentials as device>
                        <div class="xt-choice">
                            <input id="kc-otp-credential-${device?index}" class="${properties.kcLoginOTPListInputClass!}" type="radio" name="selectedCredentialId" value="${device.id}"<#if device.id == otpLogin.selectedCredentialId!""> checked</#if>>
                            <label for="kc-otp-credential-${device?index}" class="xt-choice-label"><#if (device.userLabel!"unnamed") == "unnamed">${msg("xtWayApp")}<#else><bdi>${device.userLabel}</bdi></#if></label>
                        </div>
                    </#list>
                </fieldset>
            </#if>
            <div class="${properties.kcFormGroupClass!}">
                <label for="otp" class="${properties.kcLabelClass!}">${msg("xtCodeLabel")}</label>
                <@form.error input="totp" id="otp" alert=true/>
                <input id="otp" class="${properties.kcInputClass!} xt-digits" type="text" name="otp" required dir="ltr" inputmode="numeric"
                       autocomplete="one-time-code" autocapitalize="none" spellcheck="false"<@form.described input="totp" id="otp" hint="otp-hint" focus=true/>>
                <p id="otp-hint" class="xt-hint">${msg("xtAppCodeHint")}</p>
            </div>
            <@form.submit id="kc-login" name="login" value="login">${msg("xtSignIn")}</@form.submit>
        </form>
    </#if>
</@layout.registrationLayout>
