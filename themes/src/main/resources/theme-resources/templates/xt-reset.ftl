<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('email') || messagesPerField.exists('global') displayInfo=true; section>
    <#if section = "header">
        ${msg("xtResetTitle")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtResetIntro")}</p>
        <form id="xt-reset" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <@form.emailField input="email" autocomplete="username" value=xt.email/>
            <@form.submit id="xt-send-code">${msg("xtSendCode")}</@form.submit>
        </form>
    <#elseif section = "info">
        <a id="xt-to-sign-in" href="${url.loginUrl}">${msg("xtResetBack")}</a>
    </#if>
</@layout.registrationLayout>
