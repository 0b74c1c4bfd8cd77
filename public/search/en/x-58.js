dossierSearch("x-58",[[232,0,"Vanuatu – recognises: Abkhazia (May 2011 – 2013)",1,"Vanuatu is not in the article. It recognised Abkhazia in May 2011 and withdrew the recognition in 2013, before the article was written; the editor’s note mentions it for completeness."]])
<!-- dossier: search/en/x-58.js -->
