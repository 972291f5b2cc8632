<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        <#if xt.title?has_content><bdi>${xt.title}</bdi><#elseif xt.signIn!false>${msg("xtSignInBlockedTitle")}<#else>${msg("xtBlockedTitle")}</#if>
    <#elseif section = "form">
        <p><#if xt.message?has_content><bdi>${xt.message}</bdi><#else>${msg("xtBlockedMessage")}</#if></p>
        <#if client?? && (client.baseUrl)?has_content>
            <a id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a>
        </#if>
    </#if>
</@layout.registrationLayout>
