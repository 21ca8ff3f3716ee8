package gloss
import ("testing";"fmt";"archive/zip";"encoding/json";"io";"sort";"os";"path/filepath"
"github.com/isnad-news/isnad/lang"
"github.com/isnad-news/isnad/lang/arabic"
"github.com/isnad-news/isnad/lang/english")
func TestDump(t *testing.T){
 k:=index()
 for w,f:=range k.arabic { for _,l:=range [][]string{f.any,f.noun,f.feminine,f.past,f.present}{ if len(l)>3 {fmt.Println("AMB",w,l);break}}}
 for w,f:=range k.english { if len(f.exact)>3||len(f.stem)>3 {fmt.Println("AMBEN",w,f.exact,f.stem)}}
 var ar,en =map[string]int{},map[string]int{}
 zs,_:=filepath.Glob("/work/shared/data/stream/*.zip")
 n:=0
 for _,z:=range zs { r,err:=zip.OpenReader(z); if err!=nil{continue}
  for _,f:=range r.File { if n>1500 {break}; rc,_:=f.Open(); b,_:=io.ReadAll(rc); var as []struct{Content string `json:"content"`}
   if json.Unmarshal(b,&as)!=nil {continue}
   for i,a:=range as { if i>200 {break}; n++
    isAr:=false
    toks:=arabic.Tokens(a.Content)
    for _,tk:=range toks { if tk.Kind==lang.Word&&!tk.Latin {isAr=true;ar[tk.Key]++}}
    if !isAr { for _,tk:=range english.Tokens(a.Content){ if tk.Kind==lang.Word {en[tk.Key]++}}}
   }}}
 out,_:=os.Create("/tmp/gl/freq"); 
 for _,m:=range []map[string]int{ar,en}{ ws:=[]string{}; for w:=range m{ws=append(ws,w)}; sort.Slice(ws,func(i,j int)bool{if m[ws[i]]!=m[ws[j]] {return m[ws[i]]>m[ws[j]]};return ws[i]<ws[j]})
 for i,w:=range ws { if i>9000{break}; var c []string; how:="exact"; if m[w]<3{break}; if _,isen:=en[w]; isen { if english.IsStop(w){continue}; c=English(w); if k.english[w].exact==nil{how="infl"}} else { if arabic.IsStop(w){continue}; c=Arabic(w); if k.arabic[w].any==nil{how="infl"}}
 if c==nil {how="none"}
 fmt.Fprintln(out,m[w],how,w,c)}}
}
