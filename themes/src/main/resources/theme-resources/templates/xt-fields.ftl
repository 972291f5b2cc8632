<#import "xt-form.ftl" as form>
<#--
  The fields of attributes, each by its control, and what is said of them when they are wrong. What a tenant wrote in one
  language may stand on a page of another one, which runs the other way: bdi keeps its full stop at its end.
-->

<#function idOf index>
    <#return "xt-field-" + index?c>
</#function>

<#-- The words of an operator or a hook, which hold no HTML. -->
<#function plainError input>
    <#return (xt.plainErrors[input])!"">
</#function>

<#macro wrongText input><@form.wrongText input=input plain=plainError(input)/></#macro>

<#-- A label inside a link must not hold a link of its own. -->
<#function plain html>
    <#return html?replace("<[^>]*>", "", "r")>
</#function>

<#-- What nobody can fill in is neither required nor optional. -->
<#macro optional field><#if !field.required && !field.readOnly> <span class="xt-optional">${msg("xtOptional")}</span></#if></#macro>

<#macro attribute field id>
    <div class="${properties.kcFormGroupClass!}">
        <#if field.readOnly>
            <@label field=field id=id/>
            <#-- Without a name it is not sent. -->
            <input id="${id}" class="${properties.kcInputClass!}" type="text" value="${field.value}" dir="auto" readonly<@described field=field id=id/>>
        <#else>
            <@control field=field id=id/>
        </#if>
    </div>
</#macro>

<#macro control field id>
    <#switch field.type>
        <#case "CHECKBOX">
            <@form.error input=field.input id=id plain=plainError(field.input)/>
            <div class="xt-choice">
                <input id="${id}" class="${properties.kcCheckboxInputClass!}" type="checkbox" name="${field.input}" value="true"<#if field.value == "true"> checked</#if><@rules field=field id=id/>>
                <label for="${id}" class="xt-choice-label"><bdi>${field.labelHtml?no_esc}</bdi><@optional field=field/></label>
            </div>
            <@help field=field id=id/>
            <#break>
        <#case "RADIO">
            <fieldset id="${id}" role="radiogroup" tabindex="-1"<#if field.required> aria-required="true"</#if><@described field=field id=id/>>
                <@choices field=field id=id type="radio" look=properties.kcInputClassRadioInput!/>
            </fieldset>
            <#break>
        <#case "CHECKBOXES">
            <fieldset id="${id}" role="group" tabindex="-1"<@form.described input=field.input id=id hint=hints(field, id) invalid=false/>>
                <@choices field=field id=id type="checkbox" look=properties.kcCheckboxInputClass!/>
            </fieldset>
            <#break>
        <#case "SELECT">
        <#case "COUNTRY">
            <@label field=field id=id/>
            <select id="${id}" class="${properties.kcInputClass!}" name="${field.input}"<@completion field=field/><@rules field=field id=id/>>
                <option value="">${msg("xtChoose")}</option>
                <#list field.options as option>
                    <option value="${option.value}"<#if option.chosen> selected</#if>>${option.text}</option>
                </#list>
            </select>
            <#break>
        <#case "DATE">
            <@label field=field id=id/>
            <input id="${id}" class="${properties.kcInputClass!}" type="date" name="${field.input}" value="${field.value}" min="0001-01-01" max="9999-12-31"<@rules field=field id=id/>>
            <#break>
        <#case "DATE_TIME">
            <@label field=field id=id/>
            <input id="${id}" class="${properties.kcInputClass!}" type="datetime-local" name="${field.input}" value="${field.value}" min="0001-01-01T00:00" max="9999-12-31T23:59"<@rules field=field id=id/>>
            <#break>
        <#default>
            <@label field=field id=id/>
            <input id="${id}" class="${properties.kcInputClass!}" type="text" name="${field.input}" value="${field.value}"<#if field.value?has_content> dir="auto"</#if><#if field.inputMode?has_content> inputmode="${field.inputMode}"</#if><#if field.placeholder?has_content> placeholder="${field.placeholder}"</#if><#if field.maxLength gt 0> maxlength="${field.maxLength?c}"</#if><@completion field=field/><@rules field=field id=id/>>
    </#switch>
</#macro>

<#-- Several controls under one name. -->
<#macro choices field id type look>
    <legend class="${properties.kcLabelClass!}"><bdi>${field.labelHtml?no_esc}</bdi><@optional field=field/></legend>
    <@help field=field id=id/>
    <@form.error input=field.input id=id plain=plainError(field.input)/>
    <#list field.options as option>
        <div class="xt-choice">
            <input id="${id}-${option?index?c}" class="${look}" type="${type}" name="${field.input}" value="${option.value}"<#if option.chosen> checked</#if><#if type == "checkbox" && messagesPerField.existsError(field.input)> aria-invalid="true"</#if>>
            <label for="${id}-${option?index?c}" class="xt-choice-label"><bdi>${option.html?no_esc}</bdi></label>
        </div>
    </#list>
</#macro>

<#macro label field id>
    <label for="${id}" class="${properties.kcLabelClass!}"><bdi>${field.labelHtml?no_esc}</bdi><@optional field=field/></label>
    <@help field=field id=id/>
    <@form.error input=field.input id=id plain=plainError(field.input)/>
</#macro>

<#macro help field id>
    <#if field.helpHtml?has_content><p id="${id}-help" class="xt-hint"><bdi>${field.helpHtml?no_esc}</bdi></p></#if>
    <#-- A page without a script knows no other clock than the server's. -->
    <#if field.type == "DATE_TIME" && !field.readOnly><p id="${id}-utc" class="xt-hint">${msg("xtTimeInUtc")}</p></#if>
</#macro>

<#function hints field id>
    <#local ids=[]>
    <#if field.helpHtml?has_content><#local ids=ids + [id + "-help"]></#if>
    <#if field.type == "DATE_TIME" && !field.readOnly><#local ids=ids + [id + "-utc"]></#if>
    <#return ids?join(" ")>
</#function>

<#macro completion field><#if field.autocomplete?has_content> autocomplete="${field.autocomplete}"</#if></#macro>

<#macro described field id><@form.described input=field.input id=id hint=hints(field, id)/></#macro>

<#macro rules field id><#if field.required> required</#if><@described field=field id=id/></#macro>
