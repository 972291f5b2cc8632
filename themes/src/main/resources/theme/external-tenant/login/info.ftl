<#import "template.ftl" as layout>
<#-- Base's page without its double text, and with words of its own for an invitation. -->
<#assign invited=(xt.invitation)!false>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        <#if invited>
            ${msg("xtInvitationTitle", realm.displayName)}
        <#elseif messageHeader??>
            ${kcSanitize(msg("${messageHeader}"))?no_esc}
        <#else>
            ${message.summary}
        </#if>
    <#elseif section = "form">
        <div id="kc-info-message">
            <#if invited>
                <p class="xt-lead">${msg("xtInvitationIntro")}</p>
            <#elseif messageHeader?? || requiredActions??>
                <p class="instruction">${message.summary}<#if requiredActions??><#list requiredActions>: <b><#items as action>${kcSanitize(msg("requiredAction.${action}"))?no_esc}<#sep>, </#items></b></#list></#if></p>
            </#if>
            <#if skipLink??>
            <#elseif pageRedirectUri?has_content>
                <@way href=pageRedirectUri text=msg("backToApplication")/>
            <#elseif actionUri?has_content>
                <@way href=actionUri text=invited?then(msg("xtInvitationAccept"), msg("proceedWithAction"))/>
            <#elseif (client.baseUrl)?has_content>
                <@way href=client.baseUrl text=msg("backToApplication")/>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>

<#macro way href text>
    <a class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${href}"><#if text?is_markup_output>${text}<#else>${kcSanitize(text)?no_esc}</#if></a>
</#macro>
