dossierSearch("t-31","A10 xFyQ1G8GkJqO6BD B1 69B B5 9HyDiKjGxf B7 6V B8 7XiO B9 8V5lB C41 ztB7G D5 1tB8G C87 qcrX D8 qcrX C92 9HyDjD6GKsDjClJqW5B D3 7HyDtGOipB0BB D4 7HyD D9 7HyDjDlDOiDKrlB Ber qcrX ")
<!-- dossier: search/fr/t-31.js -->
