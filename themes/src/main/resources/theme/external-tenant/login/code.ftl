<#import "template.ftl" as layout>
<#-- Base's page, whose field has no label. Its error is whatever the address says, so that anybody could write on this page:
     only a code as OAuth has them is shown. -->
<@layout.registrationLayout; section>
    <#if section = "header">
        <#if code.success>${msg("codeSuccessTitle")}<#else>${msg("errorTitle")}</#if>
    <#elseif section = "form">
        <#if code.success>
            <label for="code" class="${properties.kcLabelClass!}">${msg("copyCodeInstruction")}</label>
            <input id="code" class="${properties.kcInputClass!}" value="${code.code}" readonly dir="ltr">
        <#elseif code.error?matches("[a-z_]{1,40}")>
            <p id="error">${code.error}</p>
        </#if>
    </#if>
</@layout.registrationLayout>
