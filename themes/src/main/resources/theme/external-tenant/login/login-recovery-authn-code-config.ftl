<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#-- Base's page without its scripts: the browser prints, and the file is a link. -->
<#assign codes=recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesList>
<@layout.registrationLayout displayMessage=message?has_content && message.type == "error"; section>
    <#if section = "header">
        ${msg("xtRecoverySetupTitle")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtRecoverySetupIntro")}</p>
        <#assign lines=[]>
        <ol id="kc-recovery-codes-list" class="${properties.kcRecoveryCodesList!}" dir="ltr">
            <#list codes as code>
                <#assign spaced=code[0..3] + "-" + code[4..7] + "-" + code[8..]>
                <#assign lines=lines + [code?counter?c + ". " + spaced]>
                <li>${spaced}</li>
            </#list>
        </ol>
        <p><a id="downloadRecoveryCodes" class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!}" href="data:text/plain;charset=utf-8,${lines?join("\r\n")?url("UTF-8")}" download="recovery-codes.txt">${msg("xtRecoverySetupDownload")}</a></p>
        <form id="kc-recovery-codes-settings-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <input type="hidden" name="generatedRecoveryAuthnCodes" value="${recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesAsString}">
            <input type="hidden" name="generatedAt" value="${recoveryAuthnCodesConfigBean.generatedAt?c}">
            <input type="hidden" id="userLabel" name="userLabel" value="${msg("recovery-codes-label-default")}">
            <@form.endOtherSessions/>
            <@form.submit id="saveRecoveryAuthnCodesBtn">${msg("xtRecoverySetupSaved")}</@form.submit>
            <@form.cancelAction/>
        </form>
    </#if>
</@layout.registrationLayout>
