<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#assign wrong=[]>
<#list xt.fields as field>
    <#if messagesPerField.existsError(field.input)><#assign wrong=wrong + [field?index]></#if>
</#list>
<@layout.registrationLayout displayMessage=!wrong?has_content; section>
    <#if section = "header">
        ${msg("xtConsentTitle")}
    <#elseif section = "form">
        <#if wrong?has_content>
            <#-- It takes the cursor, so that those who do not see the page hear at once what is wrong. -->
            <@form.alert type="error" id="xt-errors" focus=true>
                <p>${msg("xtCheckEntries")}</p>
                <ul>
                    <#list wrong as index>
                        <li><a href="#${fieldId(index)}"><bdi>${plain(xt.fields[index].labelHtml)?no_esc}</bdi> – <@form.wrongText input=xt.fields[index].input/></a></li>
                    </#list>
                </ul>
            </@form.alert>
        </#if>
        <p class="xt-lead">${msg("xtConsentIntro")}</p>
        <form id="xt-consent" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <#list xt.fields as field>
                <@consent field=field id=fieldId(field?index)/>
            </#list>
            <@form.submit id="xt-consent-continue">${msg("xtContinue")}</@form.submit>
            <div class="xt-aside"><@form.otherSubmit value="cancel" id="xt-consent-cancel" look=properties.kcButtonLinkClass!>${msg("xtConsentCancel")}</@form.otherSubmit></div>
        </form>
    </#if>
</@layout.registrationLayout>

<#function fieldId index>
    <#return "xt-field-" + index?c>
</#function>

<#-- A label inside a link must not hold a link of its own. -->
<#function plain html>
    <#return html?replace("<[^>]*>", "", "r")>
</#function>

<#macro consent field id>
    <#local hint=field.helpHtml?has_content?then(id + "-help", "")>
    <div class="${properties.kcFormGroupClass!}">
        <@form.error input=field.input id=id/>
        <div class="xt-choice">
            <input id="${id}" class="${properties.kcCheckboxInputClass!}" type="checkbox" name="${field.input}" value="true"<#if field.ticked> checked</#if><#if field.required> required</#if><@form.described input=field.input id=id hint=hint/>>
            <label for="${id}" class="xt-choice-label"><bdi>${field.labelHtml?no_esc}</bdi><#if !field.required> <span class="xt-optional">${msg("xtOptional")}</span></#if></label>
        </div>
        <#if hint?has_content><p id="${hint}" class="xt-hint"><bdi>${field.helpHtml?no_esc}</bdi></p></#if>
    </div>
</#macro>
