<#import "template.ftl" as layout>
<#-- Base's page, whose field has no label. -->
<@layout.registrationLayout; section>
    <#if section = "header">
        <#if code.success>${msg("codeSuccessTitle")}<#else>${kcSanitize(msg("codeErrorTitle", code.error))?no_esc}</#if>
    <#elseif section = "form">
        <#if code.success>
            <label for="code" class="${properties.kcLabelClass!}">${msg("copyCodeInstruction")}</label>
            <input id="code" class="${properties.kcInputClass!}" value="${code.code}" readonly dir="ltr">
        <#else>
            <p id="error">${kcSanitize(code.error)?no_esc}</p>
        </#if>
    </#if>
</@layout.registrationLayout>
