<#import "template.ftl" as layout>
<#-- Base's page without its script and styles inside. -->
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("frontchannel-logout.title")}
    <#elseif section = "form">
        <p>${msg("frontchannel-logout.message")}</p>
        <ul>
            <#list logout.clients as client>
                <li>${client.name!}<iframe src="${client.frontChannelLogoutUrl}" title="${client.name!}" hidden></iframe></li>
            </#list>
        </ul>
        <#if logout.logoutRedirectUri?has_content>
            <a id="continue" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${logout.logoutRedirectUri}" data-xt-follow>${msg("doContinue")}</a>
            <script type="module" src="${url.resourcesPath}/js/xt-submit.js"></script>
        </#if>
    </#if>
</@layout.registrationLayout>
