dossierSearch("t-44e","Aюжная n3B F_осетия= n3B ")
