<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#assign password={"input": "password", "id": "password", "label": msg("xtPasswordLabel")}>
<#assign confirmation={"input": "password-confirm", "id": "password-confirm", "label": msg("xtPasswordConfirmLabel")}>
<#assign passwords=xt.withPassword?then([password, confirmation], [])>
<#assign wrong=[]>
<#list passwords as control>
    <#if messagesPerField.existsError(control.input)><#assign wrong=wrong + [control.id]></#if>
</#list>
<#list xt.fields as field>
    <#if messagesPerField.existsError(field.input)><#assign wrong=wrong + [fieldId(field?index)]></#if>
</#list>
<#assign firstWrong=wrong?first!"">
<@layout.registrationLayout displayMessage=!wrong?has_content || messagesPerField.exists('global'); section>
    <#if section = "header">
        <#if xt.email?has_content>${msg("xtAttributesTitle")}<#else>${msg("xtMissingTitle")}</#if>
    <#elseif section = "form">
        <#if wrong?has_content>
            <@form.alert type="error">
                <p>${msg("xtCheckEntries")}</p>
                <ul>
                    <#list passwords as control>
                        <#if messagesPerField.existsError(control.input)><li><a href="#${control.id}">${control.label} – ${kcSanitize(messagesPerField.get(control.input))?no_esc}</a></li></#if>
                    </#list>
                    <#-- Never echoed, so what was right has to be typed again. -->
                    <#if xt.withPassword && !messagesPerField.existsError(password.input) && !messagesPerField.existsError(confirmation.input)><li><a href="#${password.id}">${msg("xtPasswordAgain")}</a></li></#if>
                    <#list xt.fields as field>
                        <#if messagesPerField.existsError(field.input)><li><a href="#${fieldId(field?index)}">${plain(field.labelHtml)?no_esc} – ${kcSanitize(messagesPerField.get(field.input))?no_esc}</a></li></#if>
                    </#list>
                </ul>
            </@form.alert>
        </#if>
        <#-- Without an address the account is there, and lacks something. -->
        <p class="xt-lead"><#if xt.email?has_content>${msg("xtEmailConfirmed")} <strong class="xt-address"><bdi>${xt.email}</bdi></strong><#else>${msg("xtMissingIntro")}</#if></p>
        <form id="xt-attributes" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <#if xt.withPassword || xt.fields?has_content><p class="xt-hint">${msg("xtAllRequired")}</p></#if>
            <#if xt.withPassword>
                <@form.passwordOwner email=xt.email/>
                <@newPassword control=password hint=(xt.minPasswordLength gt 0)?then("xt-password-hint", "")/>
                <@newPassword control=confirmation/>
            </#if>
            <#list xt.fields as field>
                <@attribute field=field id=fieldId(field?index)/>
            </#list>
            <#-- The page says that what is not called optional is required. -->
            <@form.staySignedIn optional=true/>
            <@form.submit id="xt-create-account">${xt.email?has_content?then(msg("xtCreateAccount"), msg("xtContinue"))}</@form.submit>
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

<#macro newPassword control hint="">
    <div class="${properties.kcFormGroupClass!}">
        <label for="${control.id}" class="${properties.kcLabelClass!}">${control.label}</label>
        <#if hint?has_content><p id="${hint}" class="xt-hint">${msg("xtPasswordHint", xt.minPasswordLength)}</p></#if>
        <@form.error input=control.input id=control.id/>
        <input id="${control.id}" class="${properties.kcInputClass!}" type="password" name="${control.input}" required dir="ltr"
               autocomplete="new-password"<@form.described input=control.input id=control.id hint=hint focus=control.id == firstWrong/>>
    </div>
</#macro>

<#macro optional field><#if !field.required> <span class="xt-optional">${msg("xtOptional")}</span></#if></#macro>

<#macro attribute field id>
    <div class="${properties.kcFormGroupClass!}">
        <#switch field.type>
            <#case "CHECKBOX">
                <@form.error input=field.input id=id/>
                <div class="xt-choice">
                    <input id="${id}" class="${properties.kcCheckboxInputClass!}" type="checkbox" name="${field.input}" value="true"<#if field.value == "true"> checked</#if><@rules field=field id=id/>>
                    <label for="${id}" class="xt-choice-label">${field.labelHtml?no_esc}<@optional field=field/></label>
                </div>
                <#break>
            <#case "RADIO">
                <fieldset id="${id}" role="radiogroup" tabindex="-1"<#if field.required> aria-required="true"</#if><@form.described input=field.input id=id/>>
                    <legend class="${properties.kcLabelClass!}">${field.labelHtml?no_esc}<@optional field=field/></legend>
                    <@form.error input=field.input id=id/>
                    <#list field.options as option>
                        <div class="xt-choice">
                            <input id="${id}-${option?index?c}" class="${properties.kcInputClassRadioInput!}" type="radio" name="${field.input}" value="${option.value}"<#if option.value == field.value> checked</#if>>
                            <label for="${id}-${option?index?c}" class="xt-choice-label">${option.text}</label>
                        </div>
                    </#list>
                </fieldset>
                <#break>
            <#case "SELECT">
            <#case "COUNTRY">
                <@label field=field id=id/>
                <select id="${id}" class="${properties.kcInputClass!}" name="${field.input}"<@completion field=field/><@rules field=field id=id/>>
                    <option value="">${msg("xtChoose")}</option>
                    <#list field.options as option>
                        <option value="${option.value}"<#if option.value == field.value> selected</#if>>${option.text}</option>
                    </#list>
                </select>
                <#break>
            <#default>
                <@label field=field id=id/>
                <input id="${id}" class="${properties.kcInputClass!}" type="text" name="${field.input}" value="${field.value}"<#if field.inputMode?has_content> inputmode="${field.inputMode}"<#elseif field.type == "NUMERIC"> inputmode="numeric"</#if><#if field.maxLength gt 0> maxlength="${field.maxLength?c}"</#if><@completion field=field/><@rules field=field id=id/>>
        </#switch>
    </div>
</#macro>

<#macro label field id>
    <label for="${id}" class="${properties.kcLabelClass!}">${field.labelHtml?no_esc}<@optional field=field/></label>
    <@form.error input=field.input id=id/>
</#macro>

<#macro completion field><#if field.autocomplete?has_content> autocomplete="${field.autocomplete}"</#if></#macro>

<#macro rules field id><#if field.required> required</#if><@form.described input=field.input id=id focus=id == firstWrong/></#macro>
