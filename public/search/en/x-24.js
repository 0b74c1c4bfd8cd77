dossierSearch("x-24",[[99,1,"All six member states sent their leaders. When he named his priorities, Putin announced that wider cooperation is being considered, with new observers and new partners, and he closed by once more inviting the leaders to Moscow.",2,"In their statement the leaders hope that New START will be extended."]])
<!-- dossier: search/en/x-24.js -->
