<#import "template.ftl" as layout>
<#-- Base's page with words for customers. Ways that we do not know speak by their own keys. -->
<@layout.registrationLayout displayInfo=false; section>
    <#if section = "header">
        ${msg("xtWaysTitle")}
    <#elseif section = "form">
        <form id="kc-select-credential-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <ul class="${properties.kcSelectAuthListClass!}">
                <#list auth.authenticationSelections as way>
                    <li>
                        <button class="${properties.kcSelectAuthListItemClass!}" type="submit" name="authenticationExecution" value="${way.authExecId}">
                            <#if way.displayName == "otp-display-name">
                                <@text title=msg("xtWayApp") help=msg("xtWayAppHelp")/>
                            <#elseif way.displayName?starts_with("webauthn-")>
                                <@text title=msg("xtWayPasskey") help=msg("xtWayPasskeyHelp")/>
                            <#else>
                                <@text title=msg(way.displayName) help=msg(way.helpText)/>
                            </#if>
                        </button>
                    </li>
                </#list>
            </ul>
        </form>
    </#if>
</@layout.registrationLayout>

<#macro text title help>
    <span class="${properties.kcSelectAuthListItemHeadingClass!}">${title}</span>
    <span class="${properties.kcSelectAuthListItemDescriptionClass!}">${help}</span>
</#macro>
