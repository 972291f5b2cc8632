<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#assign signUp=xt.purpose == 'SIGN_UP'>
<#assign signIn=xt.purpose == 'SIGN_IN'>
<#-- A change of address looks alike: neither page tells whether there is a code in the mail, and both can go back. -->
<#assign reset=xt.purpose == 'PASSWORD_RESET' || xt.purpose == 'EMAIL_CHANGE'>
<#-- Of a first sign-in with an identity provider, else empty. -->
<#assign provider=xt.provider!"">
<#assign linking=signIn && provider?has_content>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('code') || messagesPerField.exists('global'); section>
    <#if section = "header">
        <#if linking>${msg("xtAccountExistsTitle")}<#elseif signIn || reset>${msg("xtCodeTitleSignIn")}<#else>${signUp?then(msg("xtCodeTitleSignUp"), msg("xtCodeTitleMfa"))}</#if>
    <#elseif section = "form">
        <#if xt.deliveryFailed>
            <@form.alert type="error">${msg("xtCodeDeliveryFailed")}</@form.alert>
        </#if>
        <#if provider?has_content && (signUp || signIn)>
            <p class="xt-lead">${signIn?then(msg("xtLinkCode", provider), msg("xtBrokerEmailUnsure", provider))}</p>
        </#if>
        <#-- The address stands on a line of its own: it is the customer's text and may run against the page's direction. -->
        <p class="xt-lead">
            <#if xt.deliveryFailed>${msg("xtCodeAddress")}<#elseif xt.live>${((signIn && !linking) || reset)?then(msg("xtCodeMailedTo", xt.codeLength), msg("xtCodeSentTo", xt.codeLength))}<#else>${msg("xtCodeOfferNew")}</#if>
            <strong class="xt-address"><bdi>${xt.maskedEmail}</bdi></strong>
        </p>
        <form id="xt-code" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <#if xt.live>
                <div class="${properties.kcFormGroupClass!}">
                    <label for="code" class="${properties.kcLabelClass!}">${msg("xtCodeLabel")}</label>
                    <@form.error input="code" id="code" alert=true/>
                    <#-- Longer than the code, so that a code pasted with spaces is not cut off. -->
                    <input id="code" class="${properties.kcInputClass!} xt-digits" type="text" name="code" required dir="ltr" inputmode="numeric"
                           autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="${(xt.codeLength * 2)?c}"<@form.described input="code" id="code" hint="xt-code-hint" focus=true/>>
                    <p id="xt-code-hint" class="xt-hint"><#if xt.minutesValid gt 0>${msg("xtCodeMinutes", xt.minutesValid)}<#else>${msg("xtCodeSeconds", xt.secondsValid)}</#if></p>
                </div>
                <@form.staySignedIn/>
                <@form.trustDevice/>
                <#-- First in the form, because Enter in a field presses the first button. -->
                <@form.submit id="xt-verify" name="action" value="verify">${linking?then(msg("xtLink"), (signUp || reset)?then(msg("xtCodeConfirm"), msg("xtSignIn")))}</@form.submit>
                <div class="xt-aside">
                    <p class="xt-hint">${msg("xtCodeNotArrived")}<#if xt.resendInSeconds gt 0> ${msg("xtCodeResendIn", xt.resendInSeconds)}</#if></p>
                    <@form.otherSubmit id="xt-resend" value="resend">${msg("xtCodeResend")}</@form.otherSubmit>
                    <@other/>
                </div>
            <#else>
                <@form.error input="code" id="code" alert=true/>
                <#if xt.resendInSeconds gt 0><p class="xt-hint">${msg("xtCodeResendIn", xt.resendInSeconds)}</p></#if>
                <@form.submit id="xt-resend" name="action" value="resend">${msg("xtCodeSendNew")}</@form.submit>
                <div class="xt-aside"><@other/></div>
            </#if>
        </form>
    </#if>
</@layout.registrationLayout>

<#macro other>
    <#if linking>
        <a id="xt-start-again" class="${properties.kcButtonClass!} ${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${url.loginRestartFlowUrl}">${msg("xtStartAgain")}</a>
    <#elseif signIn>
        <@form.otherSubmit id="xt-use-password" value="password" look=properties.kcButtonLinkClass!>${msg("xtUsePassword")}</@form.otherSubmit>
        <a id="xt-other-email" class="${properties.kcButtonClass!} ${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${url.loginRestartFlowUrl}">${msg("xtCodeChangeEmail")}</a>
    <#elseif signUp || reset>
        <@form.otherSubmit id="xt-change" value="change" look=properties.kcButtonLinkClass!>${msg("xtCodeChangeEmail")}</@form.otherSubmit>
    </#if>
</#macro>
