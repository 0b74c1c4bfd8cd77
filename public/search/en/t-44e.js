dossierSearch("t-44e","Aюжная m3B F_осетия= n3B ")
<!-- dossier: search/en/t-44e.js -->
