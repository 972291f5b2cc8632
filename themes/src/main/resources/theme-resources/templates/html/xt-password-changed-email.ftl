<#import "template.ftl" as layout>
<@layout.emailLayout>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;">${msg("xtMailPasswordChangedTitle")}</h1>
<p style="margin:0 0 16px;">${msg("xtMailPasswordChangedWhat", appName)}</p>
<p style="margin:0;">${msg("xtMailPasswordChangedNotYou")}</p>
</@layout.emailLayout>
