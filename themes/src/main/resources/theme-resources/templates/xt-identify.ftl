<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username') || messagesPerField.exists('global') displayInfo=xt.signUpAllowed; section>
    <#if section = "header">
        ${msg("xtIdentifyTitle")}
    <#elseif section = "form">
        <@form.description key="xtIdentifyDescription"/>
        <form id="xt-identify" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <#if xt.usernames!false>
                <@form.identifierField input="username" value=xt.email/>
            <#else>
                <@form.emailField input="username" autocomplete="username" value=xt.email/>
            </#if>
            <@form.submit id="xt-continue">${msg("xtContinue")}</@form.submit>
        </form>
    <#elseif section = "socialProviders">
        <@form.providers list=xt.providers![]/>
    <#elseif section = "info">
        ${msg("xtNoAccount")} <a id="xt-sign-up" href="${url.registrationUrl}">${msg("xtCreateOne")}</a>
    </#if>
</@layout.registrationLayout>
