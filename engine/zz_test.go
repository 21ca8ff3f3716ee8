package engine_test
import ("testing";"context";"github.com/isnad-news/isnad/demo";"github.com/isnad-news/isnad/engine";"github.com/isnad-news/isnad/known")
func TestZZ(t *testing.T){
 f,_:=demo.Facts()
 r,err:=engine.New(engine.Options{Facts:known.Default().With(f)}).ReadSnapshots(context.Background(),demo.Snapshots()...)
 if err!=nil{t.Fatal(err)}
 if err:=r.Check();err!=nil{t.Error(err)}
}
