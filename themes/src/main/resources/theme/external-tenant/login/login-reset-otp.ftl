<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#-- Base's page, whose choices are no group and stand in one line. -->
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
    <#if section = "header">
        ${msg("doLogIn")}
    <#elseif section = "form">
        <form id="kc-otp-reset-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <fieldset class="${properties.kcFormGroupClass!}">
                <legend class="${properties.kcLabelClass!}">${msg("otp-reset-description")}</legend>
                <#list configuredOtpCredentials.userOtpCredentials as device>
                    <div class="xt-choice">
                        <input id="kc-otp-credential-${device?index}" class="${properties.kcLoginOTPListInputClass!}" type="radio" name="selectedCredentialId" value="${device.id}"<#if device.id == configuredOtpCredentials.selectedCredentialId!""> checked</#if>>
                        <label for="kc-otp-credential-${device?index}" class="xt-choice-label"><#if device.userLabel?has_content><bdi>${device.userLabel}</bdi><#else>${msg("xtWayApp")}</#if></label>
                    </div>
                </#list>
            </fieldset>
            <@form.submit id="kc-otp-reset-form-submit">${msg("doSubmit")}</@form.submit>
        </form>
    </#if>
</@layout.registrationLayout>
