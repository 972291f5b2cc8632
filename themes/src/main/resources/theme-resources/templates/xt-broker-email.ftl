<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('email') || messagesPerField.exists('global') displayInfo=true; section>
    <#if section = "header">
        ${msg("xtBrokerEmailTitle")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtBrokerEmailIntro", xt.provider)}</p>
        <form id="xt-email" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <@form.emailField input="email" autocomplete="email" value=xt.email/>
            <@form.submit id="xt-send-code">${msg("xtSendCode")}</@form.submit>
        </form>
    <#elseif section = "info">
        <a id="xt-start-again" href="${url.loginRestartFlowUrl}">${msg("xtStartAgain")}</a>
    </#if>
</@layout.registrationLayout>
