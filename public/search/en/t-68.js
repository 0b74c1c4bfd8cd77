dossierSearch("t-68","Ahad 7HzDDrKrBsCzB6WDjBjH Ciratan 3HjH3B0NyH I= 3H Gon 3H I= 3H Cndl z0B Cppen 59B Cs tHsDTDqK1D7BkK8FrCrEzD7DR8B Cve xFzBTzKsLyH6MxK Be -ETzBrE7C7GKsCM0K7DxT Cld kOxvB Dp 9uB Cre qcyJ6MxI Bimself xF Cs 7EsU8F8B0C7WR Bold 7E7OsK0B8FzI Cpe kD7EzE7F8FsDpf Cst kO7kB Ct sZ_F Cw 1F0YjWhH-B ")
<!-- dossier: search/en/t-68.js -->
