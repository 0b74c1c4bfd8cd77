dossierSearch("x-109",[[219,1,"The Turkmen border guards appear in the article as victims: eight of them, it reports, died in an attack on a border crossing near Tagtabazar."]])
