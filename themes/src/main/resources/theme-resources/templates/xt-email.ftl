<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('email') || messagesPerField.exists('global') displayInfo=true; section>
    <#if section = "header">
        ${msg("xtSignUpTitle")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtSignUpIntro")}</p>
        <form id="xt-email" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <@form.emailField input="email" autocomplete="email" value=xt.email/>
            <@form.submit id="xt-send-code">${msg("xtSendCode")}</@form.submit>
        </form>
    <#elseif section = "socialProviders">
        <@form.providers list=xt.providers![]/>
    <#elseif section = "info">
        ${msg("xtHaveAccount")} <a id="xt-to-sign-in" href="${url.loginUrl}">${msg("xtSignIn")}</a>
    </#if>
</@layout.registrationLayout>
